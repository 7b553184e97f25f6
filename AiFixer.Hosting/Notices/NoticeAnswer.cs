namespace AiFixer.Hosting.Notices;

/// <summary>What a receiver answered.</summary>
/// <param name="Said">The beginning of it; null when it was not read or did not arrive.</param>
/// <param name="Trouble">Why there was no answer; null when there was one.</param>
internal sealed record NoticeAnswer(int Status, string? Said, string? Trouble = null);
