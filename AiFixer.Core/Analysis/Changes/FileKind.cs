namespace AiFixer.Core.Analysis.Changes;

/// <summary>What a file is for.</summary>
internal enum FileKind
{
    Source,
    Configuration,
    Dependencies,
    Migration,

    /// <summary>What a person looks at: styles, pictures, markup.</summary>
    Looks,

    /// <summary>Tests, documents, what builds and checks the code: nothing that runs for users.</summary>
    Beside,
}
