namespace AiFixer.Storage.Audit;

/// <summary>Something that is not as it was written.</summary>
/// <param name="What">What is wrong, in a sentence.</param>
/// <param name="Incident">The incident, where one is known.</param>
/// <param name="Version">The entry's version, where it is about one.</param>
/// <param name="Stream">The stream, where it is about one.</param>
/// <param name="Line">The line of the checkpoints file, where it is about one.</param>
/// <param name="File">The checkpoints file, where it is about a line.</param>
public sealed record AuditProblem(string What, string? Incident = null, long? Version = null, long? Stream = null, long? Line = null, string? File = null);
