package dev.vireo.upload.subscription;

import dev.vireo.kit.identity.InstanceId;
import dev.vireo.upload.channel.AccountId;

/**
 * That an account follows a channel.
 *
 * @param instance the account's
 * @param account who follows
 * @param channel what the channel is called
 */
record Subscription(InstanceId instance, AccountId account, ChannelHandle channel) {}
