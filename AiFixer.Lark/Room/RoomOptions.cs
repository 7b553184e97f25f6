using AiFixer.Core;
using AiFixer.Core.Texts;

namespace AiFixer.Lark.Room;

/// <summary>What is told in which chat, and who may decide there. Section <c>Lark</c>.</summary>
public sealed record RoomOptions
{
    /// <summary>The chat in which incidents are told whose alert did not come from a chat; null for nowhere.</summary>
    public string? Chat { get; init; }

    /// <summary>
    /// The chats in which alerts are heard. Empty: those that <see cref="Chat"/> and <see cref="Chats"/> name; where they name
    /// none either, all that the bot is in.
    /// </summary>
    public IReadOnlyList<string> AlertChats { get; init; } = [];

    /// <summary>Those less bad than this are told nowhere, unless their alert came from a chat.</summary>
    public Severity LeastSeverity { get; init; } = Severity.P3;

    /// <summary>Whether answers make a thread below the alert, rather than standing in the chat.</summary>
    public bool InThread { get; init; } = true;

    /// <summary>Where people find the pages; null when nobody said.</summary>
    public Uri? Pages { get; init; }

    /// <summary>What is spoken where nothing else is said.</summary>
    public Language Language { get; init; }

    /// <summary>What is special in some chats, by <c>chat_id</c>.</summary>
    public IReadOnlyDictionary<string, ChatOptions> Chats { get; init; } = new Dictionary<string, ChatOptions>();

    /// <summary>Who may do what, by <c>open_id</c>. Whoever is not here may only look.</summary>
    public IReadOnlyDictionary<string, MemberOptions> People { get; init; } = new Dictionary<string, MemberOptions>();

    /// <summary>How long what arrived is remembered: longer than the platform sends it again, which is 7.1 hours.</summary>
    public TimeSpan Remembered { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Whether what is written there may be an alert.</summary>
    public bool HearsAlertsIn(string chat) => AlertChats.Count > 0
        ? AlertChats.Contains(chat, StringComparer.Ordinal)
        : (Chat is null && Chats.Count == 0) || Chat == chat || Chats.ContainsKey(chat);

    public Language LanguageOf(string chat) => Chats.GetValueOrDefault(chat)?.Language ?? Language;
}
