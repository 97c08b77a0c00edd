package dev.vireo.transcode;

import dev.vireo.testkit.HouseRules;

final class HouseRulesTest extends HouseRules {

    HouseRulesTest() {
        super("dev.vireo.transcode");
    }
}
