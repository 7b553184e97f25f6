using System.Runtime.CompilerServices;
using AiFixer.Core.Incidents;
using AiFixer.Tests;

[assembly: AssemblyFixture(typeof(OwnProcess))]

namespace AiFixer.Tests;

/// <summary>
/// One process tests many mutants, which would leave what they make in static fields to each other, and could not change what
/// is in them already. So all static fields are made before the first mutant is there, and one that making them reaches has a
/// process of its own: whoever is asked ends, and is asked again in a new one.
/// </summary>
public sealed class OwnProcess
{
    private static bool isUsedUp;
    private static HashSet<int>? reached;

    public OwnProcess()
    {
        if (Environment.GetEnvironmentVariable("STRYKER_MUTANT_FILE") is not { } file || Environment.GetEnvironmentVariable("STRYKER_COVERAGE_FILE") is not null)
            return;
        var mutant = BitConverter.ToInt32(File.ReadAllBytes(file));
        if (mutant < 0)
            return;
        var known = Path.Combine(Path.GetTempPath(), "reached-by-static-fields");
        if (isUsedUp || reached?.Contains(mutant) == true)
            Environment.Exit(1);
        isUsedUp = reached is null && File.Exists(known) && File.ReadLines(known).Contains($"{mutant}");
        if (isUsedUp || reached is not null)
            return;
        reached = MakeStaticFields();
        File.WriteAllLines(known, reached.Select(one => $"{one}"));
        if (reached.Contains(mutant))
            Environment.Exit(1);
    }

    /// <summary>While it is told what is reached, no mutant is there.</summary>
    private static HashSet<int> MakeStaticFields()
    {
        var control = typeof(Incident).Assembly.GetTypes().Single(type => type.Name == "MutantControl");
        var tells = control.GetField("CaptureCoverage")!;
        tells.SetValue(null, true);
        foreach (var type in new[] { typeof(Incident), typeof(OwnProcess) }.SelectMany(one => one.Assembly.GetTypes()).Where(type => !type.ContainsGenericParameters))
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        tells.SetValue(null, false);
        return [.. ((IList<int>[])control.GetMethod("GetCoverageData")!.Invoke(null, null)!).SelectMany(some => some)];
    }
}
