using System.Text.Json.Nodes;
using AiFixer.Core.Alerts;
using AiFixer.Lark.Events;
using AiFixer.Lark.Talk;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Lark.Talk;

/// <summary>Takes a text for an alert when it begins with "Firing".</summary>
internal sealed class PlainHearing : IHearing
{
    public Heard Hear(LarkMessage message, string us)
    {
        var text = (string)JsonNode.Parse(message.Content)!["text"]!;
        return text.StartsWith("Firing", StringComparison.Ordinal)
            ? new([new IncomingAlert(Given.Alert(), Firing: true, $"inbox-{message.Id}")], text, false)
            : new([], text, message.ChatType == "p2p");
    }
}
