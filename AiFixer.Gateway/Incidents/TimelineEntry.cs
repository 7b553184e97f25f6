namespace AiFixer.Gateway.Incidents;

/// <summary>Something that happened to an incident.</summary>
/// <param name="Type">The kind of event, such as <c>action-started</c>.</param>
/// <param name="By">Who caused it.</param>
/// <param name="Text">What happened, in one sentence.</param>
/// <param name="Detail">More of it, as far as there is more.</param>
public sealed record TimelineEntry(long Version, DateTimeOffset At, string By, string Type, string Text, string Detail);
