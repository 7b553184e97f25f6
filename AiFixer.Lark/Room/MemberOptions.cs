using AiFixer.Core.Incidents;

namespace AiFixer.Lark.Room;

/// <summary>One person who may do something.</summary>
/// <param name="Name">What others see; null for what the platform says.</param>
/// <param name="Id">Who it is elsewhere (the name of an API key, say), so that nobody counts as two people; null for a person of their own.</param>
public sealed record MemberOptions(PersonRole Role, string? Name = null, string? Id = null);
