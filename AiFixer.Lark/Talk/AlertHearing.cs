using AiFixer.Lark.Alerts;
using AiFixer.Lark.Events;

namespace AiFixer.Lark.Talk;

/// <summary>Hears alerts first, then what is said to us.</summary>
internal sealed class AlertHearing(LarkAlertReader reader) : IHearing
{
    public Heard Hear(LarkMessage message, string us) => reader.Read(message, us) switch
    {
        HeardMessage.Alerts alerts => new(alerts.Found, "", IsToUs: false),
        HeardMessage.ToUs said => new([], said.Text, IsToUs: true),
        HeardMessage.Other said => new([], said.Text, IsToUs: false),
        var other => throw new InvalidOperationException($"Nobody knows what {other.GetType().Name} is."),
    };
}
