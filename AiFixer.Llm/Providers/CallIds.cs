using System.Globalization;

namespace AiFixer.Llm.Providers;

/// <summary>
/// Ids of our own for calls of tools, of nine letters and digits, which is what all providers take: one leaves ids out, another
/// gives the same ones again in the next turn, and what one makes the next in the chain may refuse.
/// </summary>
internal sealed class CallIds
{
    private const long Most = 100_000_000;
    private long given;

    public string Next() => string.Create(CultureInfo.InvariantCulture, $"c{Interlocked.Increment(ref given) % Most:D8}");
}
