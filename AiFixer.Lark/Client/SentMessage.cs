namespace AiFixer.Lark.Client;

/// <summary>A message of ours that is in a chat.</summary>
public sealed record SentMessage(string Id, string ChatId, string? ThreadId);
