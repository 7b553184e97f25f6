namespace AiFixer.Storage.Migrations;

/// <summary>Says why tables must not be used by this program: which version was found, which it knows, and what to do.</summary>
internal static class SchemaGuard
{
    /// <param name="applied">What the database says was done, in order.</param>
    /// <param name="existing">The tables of the schema that are there.</param>
    /// <returns>Null when the steps that are missing may be done.</returns>
    public static string? BeforeSteps(Schema schema, IReadOnlyList<AppliedStep> applied, IReadOnlyList<string> existing)
    {
        if (applied.Count == 0)
        {
            return existing.Count == 0
                ? null
                : $"{Found(schema, "no version")}, and yet there is {string.Join(", ", existing)}. It knows version {schema.Newest}. {schema.Repair}";
        }

        if (TooNew(schema, applied[^1].Number) is { } reason)
            return reason;
        var known = schema.Steps.Select(step => new AppliedStep(step.Number, step.Name)).Take(applied.Count).ToList();
        return known.SequenceEqual(applied)
            ? null
            : $"{Found(schema, $"version {string.Join(", ", applied)}")}, and it knows {string.Join(", ", known)}: these were not made by this program. {schema.Repair}";
    }

    /// <returns>Null when this program may read them.</returns>
    public static string? TooNew(Schema schema, long version) => version <= schema.Newest
        ? null
        : $"{Found(schema, $"version {version}")}, and it knows version {schema.Newest} at most: a newer program has been here. Start that one, or restore the backup made before it.";

    /// <returns>Null when everything is there that this program asks for.</returns>
    public static string? TooOld(Schema schema, long version) => version >= schema.Newest
        ? null
        : $"{Found(schema, $"version {version}")}, and it wants version {schema.Newest}: start a silo of this release first.";

    /// <param name="missing">What ought to be there and is not.</param>
    public static string? AfterSteps(Schema schema, IReadOnlyList<string> missing) => missing.Count == 0
        ? null
        : $"{Found(schema, $"version {schema.Newest}")}, which it knows, but damaged: without {string.Join(", ", missing)}. {schema.Repair}";

    private static string Found(Schema schema, string version) => $"This program found {schema.Name} of {version} in the database";
}
