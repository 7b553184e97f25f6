namespace AiFixer.Grains;

/// <summary>Takes alerts, on whichever silo is nearest.</summary>
[Alias("aifixer.intake")]
public interface IIntakeGrain : IGrainWithIntegerKey
{
    /// <summary>A receipt for each alert, in their order.</summary>
    [Alias("Report")]
    Task<Letter> ReportAsync(Letter alerts, CancellationToken cancellationToken);
}
