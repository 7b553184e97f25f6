namespace AiFixer.Plugins.Databases;

/// <summary>Sessions that wait for one thing, on average.</summary>
internal sealed record WaitLoad(string Name, string Type, double DbLoadAvg);
