namespace AiFixer.Plugins.Changes;

/// <summary>Answer of <c>changes.recent</c>, newest first.</summary>
/// <param name="Asked">Who was asked.</param>
/// <param name="Failed">Who could not answer: what they know is missing here.</param>
/// <param name="Cut">What was left out; absent when nothing was.</param>
internal sealed record ChangesData(
    string? Service, string Start, string End, IReadOnlyList<string> Asked, IReadOnlyList<string> Failed, string? Cut, string? Note,
    IReadOnlyList<ChangeData> Changes);
