using System.Reflection;
using AiFixer.Storage;
using Xunit.Sdk;
using Xunit.v3;

namespace AiFixer.Tests.Storage;

/// <summary>Runs a theory once on each database.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class StoresAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([new TheoryDataRow<string>(StorageOptions.Sqlite), new TheoryDataRow<string>(StorageOptions.Postgres)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
