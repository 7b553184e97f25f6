using AiFixer.Grains.Wire;
using Microsoft.Extensions.Logging;

namespace AiFixer.Grains.Claims;

/// <summary>Lines up at a claim's grain. When it cannot be reached, everybody asks the database for a while.</summary>
internal sealed partial class ClaimLine(
    ClaimPlaces places, ClaimOrderOptions options, TimeProvider time, ILogger<ClaimLine> logger)
{
    private long pausedAt = long.MinValue;

    public async Task<ClaimTurn> EnterAsync(string key, ClaimWish wish, CancellationToken cancellationToken)
    {
        if (IsPaused)
            return new ClaimTurn.Go(null);
        try
        {
            var answer = await places.Of(key).EnterAsync(Letters.Write(wish, WireJson.Default.ClaimWish), cancellationToken);
            return Letters.Read(answer, WireJson.Default.ClaimTurn);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Volatile.Write(ref pausedAt, time.GetTimestamp());
            NotReached(key, e.Message);
            return new ClaimTurn.Go(null);
        }
    }

    /// <summary>Nobody waits for this to arrive: a turn ends by itself.</summary>
    public void Leave(string key, ClaimNews news) => Send(key, place => place.LeaveAsync(Letters.Write(news, WireJson.Default.ClaimNews)));

    /// <summary>What is not forgotten at once is forgotten soon.</summary>
    public void Forget(string key) => Send(key, place => place.ForgetAsync());

    private bool IsPaused =>
        Volatile.Read(ref pausedAt) is not long.MinValue and var since && time.GetElapsedTime(since) < options.Pause;

    private void Send(string key, Func<IClaimPlace, Task> send) => _ = SendAsync(key, send);

    private async Task SendAsync(string key, Func<IClaimPlace, Task> send)
    {
        try
        {
            await send(places.Of(key));
        }
        catch (Exception e)
        {
            NotReached(key, e.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The line for {Claim} cannot be reached; the database is asked without it: {Reason}")]
    private partial void NotReached(string claim, string reason);
}
