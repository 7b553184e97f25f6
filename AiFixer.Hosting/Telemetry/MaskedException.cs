namespace AiFixer.Hosting.Telemetry;

/// <summary>Stands for an exception that says what no log is told.</summary>
internal sealed class MaskedException : Exception
{
    private readonly string text;

    private MaskedException(string message, string text)
        : base(message) => this.text = text;

    public override string? StackTrace => null;

    /// <returns>The same exception when there is nothing to hide or to clean.</returns>
    public static Exception? Of(Exception? exception)
    {
        if (exception?.ToString() is not { } told)
            return null;
        var shown = LogText.Lines(OneLineEach(exception, told));
        var message = LogText.Of(exception.Message ?? "");
        return shown == told && message == exception.Message ? exception : new MaskedException(message, shown);
    }

    public override string ToString() => text;

    /// <summary>
    /// Its stack has a line for each call, and stays that way. What it and those within it say may come from outside (an answer, a
    /// row, a file's name), so each of these is put on one line. The longest first: one may quote another.
    /// </summary>
    private static string OneLineEach(Exception exception, string told) => Messages(exception)
        .Where(message => message.AsSpan().ContainsAny('\n', '\r'))
        .OrderByDescending(message => message.Length)
        .Aggregate(told, (text, message) => text.Replace(message, LogText.Of(message), StringComparison.Ordinal));

    private static IEnumerable<string> Messages(Exception exception)
    {
        var within = exception is AggregateException many ? many.InnerExceptions.SelectMany(Messages)
            : exception.InnerException is { } inner ? Messages(inner) : [];
        return within.Prepend(exception.Message ?? "");
    }
}
