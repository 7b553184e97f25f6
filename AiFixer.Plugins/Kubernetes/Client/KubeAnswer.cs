using System.Buffers;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>The API's raw answer. Its buffer is lent: it goes back when the answer is disposed.</summary>
internal sealed class KubeAnswer : IDisposable
{
    public const int MaxBytes = 32 * 1024 * 1024;
    private const int FirstBuffer = 64 * 1024;

    /// <summary>A pool of its own: the shared one keeps pages of a megabyte for every thread that ever read one.</summary>
    private static readonly ArrayPool<byte> Lent = ArrayPool<byte>.Create(maxArrayLength: 4 * 1024 * 1024, maxArraysPerBucket: 3);
    private byte[]? buffer;
    private int length;

    private KubeAnswer(int code, TimeSpan? retryAfter, int size) =>
        (Code, RetryAfter, buffer) = (code, retryAfter, Lent.Rent(size));

    public int Code { get; }

    /// <summary>How long to stay away, where the server says so.</summary>
    public TimeSpan? RetryAfter { get; }

    public ReadOnlySpan<byte> Body => buffer.AsSpan(0, length);

    public bool IsSuccess => Code is >= 200 and < 300;

    /// <exception cref="AnswerTooLongException">It has no end that we would wait for.</exception>
    public static async Task<KubeAnswer> ReadAsync(HttpResponseMessage response, TimeSpan? retryAfter, CancellationToken cancellationToken)
    {
        var told = response.Content.Headers.ContentLength;
        var answer = new KubeAnswer((int)response.StatusCode, retryAfter, told is > 0 and <= MaxBytes ? (int)told + 1 : FirstBuffer);
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            await answer.FillAsync(stream, cancellationToken);
            return answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref buffer, null) is { } used)
            Lent.Return(used);
        length = 0;
    }

    private async Task FillAsync(Stream stream, CancellationToken cancellationToken)
    {
        while (await stream.ReadAsync(buffer.AsMemory(length), cancellationToken) is > 0 and var count)
        {
            length += count;
            if (length > MaxBytes)
                throw new AnswerTooLongException(MaxBytes);
            if (length == buffer!.Length)
                Grow();
        }
    }

    private void Grow()
    {
        var larger = Lent.Rent(2 * length);
        Body.CopyTo(larger);
        Lent.Return(buffer!);
        buffer = larger;
    }
}
