package dev.vireo.gateway;

import dev.vireo.testkit.HouseRules;

final class HouseRulesTest extends HouseRules {
    HouseRulesTest() {
        super("dev.vireo.gateway");
    }
}
