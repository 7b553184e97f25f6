using Orleans.Concurrency;

namespace AiFixer.Grains;

/// <summary>
/// Where those line up who want one claim that many want: a target's cooldown, a quota. Its key is the claim's. It decides
/// nothing: whoever cannot ask it asks the database, which has the last word anyway.
/// </summary>
[Alias("aifixer.cooldown")]
public interface ICooldownGrain : IGrainWithStringKey
{
    /// <summary>Waits for a turn, never long. What is known to be held is answered at once.</summary>
    [Alias("Enter")]
    [ResponseTimeout("00:00:06")]
    Task<Letter> EnterAsync(Letter wish, CancellationToken cancellationToken);

    /// <summary>The turn is over, and this is what the database said.</summary>
    [Alias("Leave")]
    [OneWay]
    Task LeaveAsync(Letter news);

    /// <summary>It was given back.</summary>
    [Alias("Forget")]
    [OneWay]
    Task ForgetAsync();
}
