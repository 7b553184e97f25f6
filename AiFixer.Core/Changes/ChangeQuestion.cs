namespace AiFixer.Core.Changes;

/// <summary>Which reported changes are wanted.</summary>
/// <param name="Start">From when, inclusive.</param>
/// <param name="End">Until when, inclusive.</param>
/// <param name="Service">Those of this service and those that name none; null for all.</param>
/// <param name="Limit">At most so many, the newest.</param>
public sealed record ChangeQuestion(DateTimeOffset Start, DateTimeOffset End, string? Service, int Limit);
