using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AiFixer.Lark.Alerts;
using AiFixer.Lark.Events;

namespace AiFixer.Tests.Lark.Alerts;

public sealed class LarkAlertOptionsTests
{
    [Fact]
    public void An_ignore_word_wins_over_everything() =>
        Read(new() { IgnoreWords = ["压测"], AlertBotIds = ["ou_a"] }, "🔴 Firing\n告警名称: A\n级别: P0\n备注: 压测期间").ShouldBeOfType<HeardMessage.Other>();

    [Fact]
    public void A_firing_word_of_ones_own_counts_when_it_is_said_to_us()
    {
        var options = new LarkAlertOptions { FiringWords = ["ReplicaLag"] };

        Read(options, "@_user_1 rds-7 ReplicaLag", mention: true).ShouldBeOfType<HeardMessage.Alerts>();
        Read(options, "rds-7 ReplicaLag").ShouldBeOfType<HeardMessage.Other>();
    }

    [Fact]
    public void A_form_of_ones_own_names_its_fields()
    {
        var template = new Regex(@"^\$\$ (?<alertname>\w+) in (?<namespace>\w+): (?<summary>.+)$", RegexOptions.NonBacktracking);

        var alert = Read(new() { Templates = [template] }, "$$ Lagging in shop: replica is late").ShouldBeOfType<HeardMessage.Alerts>().Found[0].Alert;

        (alert.Name, alert.Labels["namespace"], alert.Summary).ShouldBe(("Lagging", "shop", "replica is late"));
    }

    private static HeardMessage Read(LarkAlertOptions options, string text, bool mention = false)
    {
        var content = new JsonObject { ["text"] = text }.ToJsonString();
        var message = new LarkMessage("om_1", "oc_1", "group", new("ou_a"), "user", "text", content, SampleMessage.WrittenAt)
        {
            Mentions = mention ? [new("@_user_1", new(SampleMessage.Us))] : [],
        };
        return new LarkAlertReader(new(), options).Read(message, SampleMessage.Us);
    }
}
