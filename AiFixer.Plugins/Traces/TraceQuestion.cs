namespace AiFixer.Plugins.Traces;

/// <summary>Which traces are wanted.</summary>
internal sealed record TraceQuestion(
    string Service, string? Operation, DateTimeOffset Start, DateTimeOffset End, bool OnlyErrors, TimeSpan? MinDuration, int Limit);
