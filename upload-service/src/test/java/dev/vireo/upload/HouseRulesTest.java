package dev.vireo.upload;

import dev.vireo.testkit.HouseRules;

final class HouseRulesTest extends HouseRules {
    HouseRulesTest() {
        super("dev.vireo.upload");
    }
}
