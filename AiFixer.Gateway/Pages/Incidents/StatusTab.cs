namespace AiFixer.Gateway.Pages.Incidents;

/// <summary>A group of statuses to look at.</summary>
public sealed record StatusTab(string Name, string Tone, long? Count, bool Chosen, string Address);
