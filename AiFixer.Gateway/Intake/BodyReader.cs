using System.Buffers;
using AiFixer.Gateway.Errors;

namespace AiFixer.Gateway.Intake;

/// <summary>Reads a JSON body within its limit and lends its bytes to a parser.</summary>
internal static class BodyReader
{
    /// <summary>What the parser made of the body, or why it was not read.</summary>
    public static async ValueTask<(T? Value, IResult? Refusal)> ReadAsync<T>(
        HttpRequest request, int limit, Func<ReadOnlyMemory<byte>, T> parse, CancellationToken cancellationToken)
        where T : class
    {
        if (!request.HasJsonContentType())
            return (null, Problems.NotJson());
        if (request.ContentLength > limit)
            return (null, Problems.TooLarge(limit));
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > limit)
            {
                reader.AdvanceTo(read.Buffer.End);
                return (null, Problems.TooLarge(limit));
            }

            if (read.IsCompleted)
                return (Parse(read.Buffer, parse, reader), null);
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static T Parse<T>(ReadOnlySequence<byte> body, Func<ReadOnlyMemory<byte>, T> parse, System.IO.Pipelines.PipeReader reader)
    {
        var parsed = parse(body.IsSingleSegment ? body.First : body.ToArray());
        reader.AdvanceTo(body.End);
        return parsed;
    }
}
