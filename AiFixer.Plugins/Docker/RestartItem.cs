namespace AiFixer.Plugins.Docker;

/// <summary>A container as it was when its restart was planned.</summary>
internal sealed record RestartItem(string Id, string Name, string StartedAt, int RestartCount);
