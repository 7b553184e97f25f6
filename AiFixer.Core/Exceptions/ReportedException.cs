namespace AiFixer.Core.Exceptions;

/// <summary>What a job says of an exception that ended it.</summary>
/// <param name="Task">The job's name.</param>
/// <param name="ErrorType">The exception's type, or an error class; null when the job does not say.</param>
/// <param name="Traceback">Where it happened; empty when the job does not say.</param>
/// <param name="Severity">In the sender's words; null when it does not say.</param>
/// <param name="Service">What the job belongs to; null when it does not say.</param>
public sealed record ReportedException(string Task, string? ErrorType, string Message, string Traceback, string? Severity, string? Service);
