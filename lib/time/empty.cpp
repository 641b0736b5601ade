namespace pa {
}
