package dev.vireo.seeder;

import dev.vireo.testkit.HouseRules;

final class HouseRulesTest extends HouseRules {

    HouseRulesTest() {
        super("dev.vireo.seeder");
    }
}
