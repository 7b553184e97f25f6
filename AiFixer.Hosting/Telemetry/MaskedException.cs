using AiFixer.Core.Secrets;

namespace AiFixer.Hosting.Telemetry;

/// <summary>Stands for an exception that holds a secret.</summary>
internal sealed class MaskedException : Exception
{
    private readonly string text;

    private MaskedException(string message, string text)
        : base(message) => this.text = text;

    public override string? StackTrace => null;

    /// <returns>The same exception when it holds none.</returns>
    public static Exception? Of(Exception? exception)
    {
        if (exception?.ToString() is not { } told)
            return null;
        var masked = SecretText.Masked(told);
        return masked == told ? exception : new MaskedException(SecretText.Masked(exception.Message), masked);
    }

    public override string ToString() => text;
}
