using System.Text.RegularExpressions;
using AiFixer.Core.Alerts;

namespace AiFixer.Lark.Client;

/// <summary>Makes of an answer what it means.</summary>
internal static partial class LarkErrors
{
    private const int LongestMessage = 500;
    private const int CardFailed = 230099;
    private const int CardLimit = 11310;
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongTime = TimeSpan.FromHours(1);

    /// <summary>The token is the trouble: another one may help.</summary>
    public static bool IsToken(int code) => code is 99991661 or 99991663 or 99991664 or 99991665 or 99991671;

    /// <summary>The app itself is refused, whatever it asks for: its secret, its address, a permission.</summary>
    public static bool IsOfTheApp(int code) => code is 10003 or 10012 or 10014 or 10015 or 99991662 or 99991672 or 99991673 or 99991401;

    /// <summary>One chat, or one person, hears too much at a time; everybody else may hear more.</summary>
    public static bool IsOfTheChat(int code) => code is 230020;

    public static LarkError Of(LarkReply reply)
    {
        if (reply.Trouble.Length > 0)
            return new(LarkErrorKind.Unavailable, 0, $"the platform did not answer: {reply.Trouble}");
        if (reply.Status == 429)
            return new(LarkErrorKind.Limited, Math.Max(reply.Code, 0), Message(reply), reply.Reset ?? Moment);
        if (reply.Body is null || reply.Code < 0)
            return new(reply.Status is >= 400 and < 500 ? LarkErrorKind.Refused : LarkErrorKind.Unavailable, 0, $"the platform's answer cannot be read (HTTP {reply.Status})");
        return reply.Code == CardFailed && Cause().Match(Said(reply)) is { Success: true } cause ? Card(cause) : Of(reply, reply.Code);
    }

    private static LarkError Of(LarkReply reply, int code) => code switch
    {
        99991400 or 230020 or 11232 => new(LarkErrorKind.Limited, code, Message(reply), reply.Reset ?? Moment),
        99991403 => new(LarkErrorKind.Limited, code, Message(reply), reply.Reset ?? LongTime),
        230011 or 230031 or 230110 or 231003 or 232009 => new(LarkErrorKind.Gone, code, Message(reply)),
        1 or 1500 or 1663 or 1668 or 2200 or 5000 or 10101 or 230049 => new(LarkErrorKind.Unavailable, code, Message(reply)),
        _ when reply.Status >= 500 || IsToken(code) => new(LarkErrorKind.Unavailable, code, Message(reply)),
        _ => new(LarkErrorKind.Refused, code, Message(reply)) { IsCard = code == CardFailed },
    };

    /// <summary>The true cause stands in the message of the outer error.</summary>
    private static LarkError Card(Match cause)
    {
        var code = int.TryParse(cause.Groups["code"].ValueSpan, out var number) ? number : CardFailed;
        var (said, value) = (cause.Groups["message"].Value.Trim(), cause.Groups["value"].Value.Trim());
        var message = TextCleaner.Line($"the card was refused: {said}{(value.Length > 0 ? $" ({value})" : "")} ({code})", LongestMessage);
        return code == CardLimit && said.Contains("lock", StringComparison.OrdinalIgnoreCase)
            ? new(LarkErrorKind.Limited, code, message, Moment)
            : new(LarkErrorKind.Refused, code, message) { IsCard = true };
    }

    private static string Message(LarkReply reply) =>
        TextCleaner.Line($"{(Said(reply) is { Length: > 0 } said ? said : "refused")}{Details(reply)} ({(reply.Code > 0 ? reply.Code : reply.Status)})", LongestMessage);

    private static string Said(LarkReply reply) => reply.Body.Said("msg") ?? "";

    private static string Details(LarkReply reply)
    {
        var fields = (reply.Body?["error"]?["field_violations"] as System.Text.Json.Nodes.JsonArray ?? [])
            .Select(one => $"{one.Said("field")}: {one.Said("description")}");
        var permissions = (reply.Body?["error"]?["permission_violations"] as System.Text.Json.Nodes.JsonArray ?? [])
            .Select(one => $"missing permission {one.Said("subject")}");
        var all = string.Join("; ", fields.Concat(permissions).Take(5));
        return all.Length > 0 ? $": {all}" : "";
    }

    [GeneratedRegex(@"ErrCode:\s*(?<code>\d{1,9});\s*ErrMsg:\s*(?<message>.*?)(;\s*ErrorValue:\s*(?<value>.*?))?;?\s*$", RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex Cause();
}
