namespace AiFixer.Lark.Events;

/// <summary>A message that somebody wrote where we can read it.</summary>
/// <param name="Id">Such as <c>om_…</c>: the same in every delivery of the same message.</param>
/// <param name="ChatType"><c>p2p</c> or <c>group</c>.</param>
/// <param name="SenderType"><c>user</c>, <c>app</c> or whatever the platform says.</param>
/// <param name="Type"><c>text</c>, <c>post</c>, <c>interactive</c>, <c>image</c>, ….</param>
/// <param name="Content">JSON, as the platform sent it.</param>
public sealed record LarkMessage(
    string Id,
    string ChatId,
    string ChatType,
    LarkPerson Sender,
    string SenderType,
    string Type,
    string Content,
    DateTimeOffset WrittenAt)
{
    public IReadOnlyList<LarkMention> Mentions { get; init; } = [];

    /// <summary>The first message of the thread it answers in; null when it answers nothing.</summary>
    public string? RootId { get; init; }

    public string? ParentId { get; init; }

    public string? ThreadId { get; init; }
}
