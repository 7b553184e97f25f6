using System.Globalization;

namespace AiFixer.Lark.Connection;

/// <summary>Puts together what came in pieces, in whatever order; what does not become whole is forgotten after a while.</summary>
internal sealed class Fragments(TimeProvider time)
{
    private const int MostPieces = 1000;
    private const int MostBytes = 4 * 1024 * 1024;
    private const int MostUnfinished = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly Dictionary<string, Unfinished> waiting = [];

    /// <returns>The whole, once, with the piece that completed it; null as long as something is missing.</returns>
    public ReadOnlyMemory<byte>? Add(Frame frame)
    {
        Forget();
        var payload = frame.Payload ?? ReadOnlyMemory<byte>.Empty;
        var (id, sum, seq) = (frame.Header("message_id"), Number(frame, "sum", 1), Number(frame, "seq", 0));
        if (sum == 1)
            return payload;
        if (id.Length == 0 || sum is < 1 or > MostPieces || seq < 0 || seq >= sum || payload.Length == 0)
            return Drop("fragment");
        if (!waiting.TryGetValue(id, out var set))
        {
            if (waiting.Count >= MostUnfinished)
                return Drop("too many fragments");
            waiting[id] = set = new(new ReadOnlyMemory<byte>[sum], time.GetUtcNow());
        }

        if (set.Pieces.Length != sum || Size(set, seq) + payload.Length > MostBytes)
        {
            waiting.Remove(id);
            return Drop("fragment");
        }

        set.Pieces[seq] = payload;
        if (set.Pieces.Any(piece => piece.Length == 0))
            return null;
        waiting.Remove(id);
        return Whole(set.Pieces);
    }

    private static ReadOnlyMemory<byte>? Drop(string reason)
    {
        LarkInstruments.FrameDropped(reason);
        return null;
    }

    private void Forget()
    {
        var limit = time.GetUtcNow() - Patience;
        foreach (var id in waiting.Where(one => one.Value.Since < limit).Select(one => one.Key).ToList())
            waiting.Remove(id);
    }

    /// <summary>How much there is beside the piece that is replaced.</summary>
    private static int Size(Unfinished set, int seq) => set.Pieces.Where((_, i) => i != seq).Sum(piece => piece.Length);

    private static byte[] Whole(ReadOnlyMemory<byte>[] pieces)
    {
        var whole = new byte[pieces.Sum(piece => piece.Length)];
        var at = 0;
        foreach (var piece in pieces)
        {
            piece.CopyTo(whole.AsMemory(at));
            at += piece.Length;
        }

        return whole;
    }

    private static int Number(Frame frame, string header, int otherwise) => frame.Header(header) switch
    {
        "" => otherwise,
        var text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1,
    };

    private sealed record Unfinished(ReadOnlyMemory<byte>[] Pieces, DateTimeOffset Since);
}
