namespace AiFixer.Core.Analysis.Databases;

/// <summary>Something that happened to a database, as its monitoring tells it.</summary>
public sealed record DatabaseEvent(DateTimeOffset At, string Source, string Message);
