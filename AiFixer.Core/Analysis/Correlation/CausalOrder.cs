namespace AiFixer.Core.Analysis;

/// <summary>Which of two came first.</summary>
public enum CausalOrder
{
    /// <summary>They move at the same time as far as can be seen.</summary>
    Together,

    /// <summary>It came before the trouble: it may be a cause.</summary>
    Before,

    /// <summary>It came after the trouble: it cannot be the cause.</summary>
    After,
}
