namespace AiFixer.Playground.Store;

internal enum ChangeKind
{
    Added,
    Modified,
    Deleted,
}
