using AiFixer.Storage.Reading;

namespace AiFixer.Storage.Sealing;

/// <summary>For a process that writes now and then to a store that others open: knows which key seals, never much later than they.</summary>
internal sealed class FreshKeys(Reader reader, TimeProvider time)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now < _next && _next - now <= Every)
            return;
        await reader.LearnAsync(cancellationToken);
        _next = now + Every;
    }
}
