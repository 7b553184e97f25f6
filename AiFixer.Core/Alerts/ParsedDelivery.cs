namespace AiFixer.Core.Alerts;

/// <summary>What a body turned out to be.</summary>
public abstract record ParsedDelivery
{
    private ParsedDelivery()
    {
    }

    public sealed record Taken(IReadOnlyList<IncomingAlert> Alerts) : ParsedDelivery;

    /// <summary>It is not what the endpoint takes.</summary>
    /// <param name="Field">The field that is wrong; <c>body</c> for the whole.</param>
    public sealed record Invalid(string Field, string Problem) : ParsedDelivery;
}
