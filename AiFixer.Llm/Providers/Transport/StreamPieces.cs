using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace AiFixer.Llm.Providers.Transport;

/// <summary>Reads a streamed answer piece by piece.</summary>
internal static class StreamPieces
{
    private const string Done = "[DONE]";

    public static async IAsyncEnumerable<JsonElement> ReadAsync(
        Stream body, StreamFraming framing, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(body, Encoding.UTF8, leaveOpen: true);
        var data = new StringBuilder();
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (framing == StreamFraming.Lines)
            {
                if (line.Length > 0)
                    yield return Parse(line);
            }
            else if (line.StartsWith("data:", StringComparison.Ordinal))
            {
                // A value may be spread over several lines of data.
                data.Append(data.Length > 0 ? "\n" : "").Append(line.AsSpan(line.StartsWith("data: ", StringComparison.Ordinal) ? 6 : 5));
            }
            else if (line.Length == 0 && data.Length > 0)
            {
                if (Take(data) is { } piece)
                    yield return piece;
            }
        }

        if (data.Length > 0 && Take(data) is { } last)
            yield return last;
    }

    private static JsonElement? Take(StringBuilder data)
    {
        var text = data.ToString();
        data.Clear();
        return text == Done ? Wire.Parse("\"[DONE]\"") : Parse(text);
    }

    private static JsonElement Parse(string text) =>
        Wire.TryParse(text) ?? throw new ProviderException(FaultKind.CutOff, "A piece of the streamed answer is not JSON.");
}
