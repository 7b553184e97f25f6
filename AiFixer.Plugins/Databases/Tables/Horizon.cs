namespace AiFixer.Plugins.Databases;

/// <summary>What keeps dead rows from being removed.</summary>
internal sealed record Horizon(string What, double AgeSeconds);
