namespace AiFixer.Grains;

/// <summary>One incident, at work in one place of the cluster. Its key is the incident's id.</summary>
[Alias("aifixer.incident")]
public partial interface IIncidentGrain : IGrainWithStringKey
{
    /// <summary>Tells it what a person decided. What is accepted is on disk when this returns.</summary>
    /// <returns>Null when this is a stray activation, which goes away: ask again.</returns>
    [Alias("Tell")]
    Task<Letter?> TellAsync(Letter input, CancellationToken cancellationToken);

    /// <summary>
    /// A task of it came to an end, wherever it ran. When this returns true, the result is on disk, or means nothing any
    /// more, or is looked for again from here; when it returns false, the result is still the caller's.
    /// </summary>
    [Alias("Finish")]
    [ResponseTimeout("00:00:05")]
    Task<bool> FinishAsync(Letter result, CancellationToken cancellationToken);

    /// <summary>Something is due, as far as the store knows.</summary>
    [Alias("Look")]
    Task LookAsync();

    /// <summary>It was changed elsewhere, or wants to be looked at again.</summary>
    [Alias("Wake")]
    Task WakeAsync();

    /// <summary>Something may have been left under way by a process that is gone.</summary>
    [Alias("Resume")]
    Task ResumeAsync();
}
