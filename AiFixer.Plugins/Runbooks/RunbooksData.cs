namespace AiFixer.Plugins.Runbooks;

/// <summary>Answer of <c>runbook.search</c>, what fits best first.</summary>
internal sealed record RunbooksData(IReadOnlyList<RunbookData> Sections);
