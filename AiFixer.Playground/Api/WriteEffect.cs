using AiFixer.Playground.Store;

namespace AiFixer.Playground.Api;

/// <summary>What a write did, for the world's record.</summary>
internal sealed class WriteEffect
{
    public StoredObject? Target { get; private set; }

    public long? GenerationBefore { get; private set; }

    public long? GenerationAfter { get; private set; }

    public bool Changed { get; private set; }

    public void On(StoredObject target)
    {
        Target = target;
        GenerationBefore ??= target.Generation;
        GenerationAfter = target.Generation;
    }

    public void Created(StoredObject target)
    {
        Target = target;
        GenerationAfter = target.Generation;
        Changed = true;
    }

    public void Changing(StoredObject target)
    {
        On(target);
        Changed = true;
    }
}
