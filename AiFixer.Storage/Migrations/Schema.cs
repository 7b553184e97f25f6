using System.Data.Common;

namespace AiFixer.Storage.Migrations;

/// <summary>Tables that belong together and have one version.</summary>
/// <param name="Name">What a message calls them.</param>
/// <param name="Record">The table in which its version is kept.</param>
/// <param name="Steps">How to get there, in order.</param>
/// <param name="Tables">What is there after the last step.</param>
/// <param name="Repair">What to do when they are damaged, as the end of a sentence.</param>
internal sealed record Schema(
    string Name, string Record, IReadOnlyList<Migration> Steps, IReadOnlyList<Table> Tables, string Repair)
{
    /// <summary>What has to be there before anything else.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>What else is missing when all tables are there.</summary>
    public Func<DbConnection, IReadOnlyList<string>> AlsoMissing { get; init; } = _ => [];

    public int Newest => Steps[^1].Number;
}
