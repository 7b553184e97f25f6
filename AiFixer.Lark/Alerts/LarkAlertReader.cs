using AiFixer.Core.Alerts;
using AiFixer.Lark.Events;

namespace AiFixer.Lark.Alerts;

/// <summary>Tells which messages of a chat are alerts, which are said to us, and which are people talking. Never throws for what is in them.</summary>
public sealed class LarkAlertReader(AlertOptions alerts, LarkAlertOptions options)
{
    public const string Source = "lark";

    private readonly AlertJudge _judge = new(options);

    /// <param name="us">Our own open id; empty when it is not known: then nothing in a group is said to us.</param>
    public HeardMessage Read(LarkMessage message, string us)
    {
        if (us.Length > 0 && message.Sender.OpenId == us)
            return new HeardMessage.Other("");
        var mentioned = new Mentioned(message, us);
        var text = MessageContent.Read(message, mentioned);
        var isToUs = mentioned.MentionsUs || message.ChatType == "p2p";
        var origin = Origin(message, isToUs);
        var found = IsCommand(text, origin) ? [] : Found(message, AlertText.Of(text, options.Templates), origin);
        if (found.Count > 0)
            return new HeardMessage.Alerts(found);
        return isToUs ? new HeardMessage.ToUs(text.Whole.Trim()) : new HeardMessage.Other(text.Whole.Trim());
    }

    private static bool IsCommand(MessageText text, AlertOrigin origin) =>
        origin != AlertOrigin.Listed && text.Whole.AsSpan().TrimStart().StartsWith("/", StringComparison.Ordinal);

    private IReadOnlyList<IncomingAlert> Found(LarkMessage message, AlertText text, AlertOrigin origin) => _judge.Judge(text, origin) switch
    {
        AlertVerdict.Firing => Trusted(new LarkAlertMapper(alerts, message, text).Map(firing: true), origin),
        AlertVerdict.Over => Trusted(new LarkAlertMapper(alerts, message, text).Map(firing: false), origin),
        _ => [],
    };

    /// <summary>Whoever may write in a chat may report trouble; that it is over counts only from those who know.</summary>
    private static IReadOnlyList<IncomingAlert> Trusted(IReadOnlyList<IncomingAlert> found, AlertOrigin origin) =>
        origin == AlertOrigin.Listed ? found : [.. found.Where(alert => alert.Firing)];

    private AlertOrigin Origin(LarkMessage message, bool isToUs)
    {
        if (IsListed(message.Sender.OpenId) || IsListed(message.Sender.UserId) || IsListed(message.Sender.UnionId))
            return AlertOrigin.Listed;
        if (isToUs)
            return AlertOrigin.SaidToUs;
        if (message.SenderType != "user")
            return AlertOrigin.OverheardProgram;
        return message.RootId is null ? AlertOrigin.Overheard : AlertOrigin.Answer;
    }

    private bool IsListed(string? id) => id is { Length: > 0 } && options.AlertBotIds.Contains(id, StringComparer.Ordinal);
}
