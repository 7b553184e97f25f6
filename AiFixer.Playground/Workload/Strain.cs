namespace AiFixer.Playground.Workload;

/// <summary>Why software that runs cannot answer.</summary>
internal enum Strain
{
    None,
    Overload,
    Exhaustion,
}
