using System.Text.RegularExpressions;

namespace AiFixer.Lark.Alerts;

/// <summary>Which messages of a chat are alerts. Section <c>Lark</c>.</summary>
public sealed record LarkAlertOptions
{
    /// <summary>
    /// Senders whose every message is an alert unless it says otherwise: <c>ou_…</c>, <c>cli_…</c> or user ids. Only they say
    /// that an alert is over: while nobody is listed, nobody in a chat does.
    /// </summary>
    public IReadOnlyList<string> AlertBotIds { get; init; } = [];

    /// <summary>Words that make an alert of a message in which the bot is mentioned, beyond the usual ones.</summary>
    public IReadOnlyList<string> FiringWords { get; init; } = [];

    /// <summary>A message with one of these is no alert, whatever else it says; beyond the usual ones.</summary>
    public IReadOnlyList<string> IgnoreWords { get; init; } = [];

    /// <summary>Messages of one's own form: where one matches, it is an alert, and its named groups are its fields.</summary>
    public IReadOnlyList<Regex> Templates { get; init; } = [];
}
