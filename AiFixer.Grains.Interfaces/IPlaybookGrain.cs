using Orleans.Concurrency;

namespace AiFixer.Grains;

/// <summary>
/// One playbook, wherever its incidents are: those who want one of its tries on a target, or its cooldown there, line up
/// here, and how often it helped is known here. Its key is the playbook's id. It decides nothing: the database does.
/// </summary>
[Alias("aifixer.playbook")]
public interface IPlaybookGrain : IGrainWithStringKey
{
    /// <summary>Waits for a turn, never long. What is known to be held is answered at once.</summary>
    [Alias("Enter")]
    [ResponseTimeout("00:00:06")]
    Task<Letter> EnterAsync(string claim, Letter wish, CancellationToken cancellationToken);

    /// <summary>The turn is over, and this is what the database said.</summary>
    [Alias("Leave")]
    [OneWay]
    Task LeaveAsync(string claim, Letter news);

    /// <summary>It was given back.</summary>
    [Alias("Forget")]
    [OneWay]
    Task ForgetAsync(string claim);

    /// <summary>An attempt of it ended, and is counted in the database.</summary>
    [Alias("Counted")]
    [OneWay]
    Task CountedAsync();

    /// <summary>How often it helped.</summary>
    /// <returns>Null when the database cannot be asked.</returns>
    [Alias("Record")]
    [ResponseTimeout("00:00:02")]
    Task<Letter?> RecordAsync(CancellationToken cancellationToken);
}
