namespace AiFixer.Gateway.Pages.Incidents;

/// <summary>A group of statuses to look at.</summary>
/// <param name="Key">The key of its name.</param>
public sealed record StatusTab(string Key, string Tone, long? Count, bool Chosen, string Address);
