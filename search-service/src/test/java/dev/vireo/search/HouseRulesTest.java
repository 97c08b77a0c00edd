package dev.vireo.search;

import dev.vireo.testkit.HouseRules;

final class HouseRulesTest extends HouseRules {
    HouseRulesTest() {
        super("dev.vireo.search");
    }
}
