namespace AiFixer.Core.Journal;

/// <summary>A part of all incidents, by the last letter of their ids, which is random.</summary>
/// <param name="Number">Which part, from zero.</param>
/// <param name="Of">How many parts there are: 1 to 32.</param>
public sealed record IncidentShard(int Number, int Of)
{
    /// <summary>The first last letter that belongs to it.</summary>
    public char From => IncidentId.Letter(First(Number));

    /// <summary>The last one.</summary>
    public char To => IncidentId.Letter(First(Number + 1) - 1);

    public bool Has(IncidentId id) => id.Value[^1] >= From && id.Value[^1] <= To;

    private int First(int number) => number * IncidentId.Letters / Of;
}
