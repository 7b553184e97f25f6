namespace AiFixer.Core.Analysis.Workload;

/// <summary>One explanation: found, or ruled out with the reason.</summary>
internal interface IWorkloadRule
{
    string Name { get; }

    (Finding? Found, string RuledOut) Judge(WorkloadFacts facts);
}
